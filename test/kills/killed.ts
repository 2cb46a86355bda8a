import { spawn } from 'node:child_process'

/** Runs a program on a home and kills it `wait` milliseconds after its first word; gives every whole line that it said. */
export function runAndKill(program: string, home: string, wait: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, home])
    let said = ''
    let fault = ''
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), wait)
      said += data.toString()
    })
    child.stderr.on('data', (data: Buffer) => {
      fault += data.toString()
    })
    child.once('error', reject)
    child.once('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`${program} ended by itself:\n${fault}`))
      // A line without its end was cut off by the kill.
      else resolve(said.split('\n').slice(0, -1))
    })
  })
}
