/** For tests in other rooms that look at SQLite records from outside, or spoil them: this room is the only door. */
export { DatabaseSync } from 'node:sqlite'
