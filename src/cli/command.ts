import type { Command as Program } from 'commander'

/** A command adds itself to the program: name, options, an example in its help, and what it does. */
export type Command = (program: Program) => void
