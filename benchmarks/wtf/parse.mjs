// Prints the seconds that each of N runs of wtf_wikipedia's parse and json took on a file, as a JSON list.
import { readFileSync } from 'node:fs'
import wtf from 'wtf_wikipedia'

const [file, rounds] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const seconds = []
for (let round = 0; round < Number(rounds); round += 1) {
  const start = process.hrtime.bigint()
  JSON.stringify(wtf(text).json())
  seconds.push(Number(process.hrtime.bigint() - start) / 1e9)
}
console.log(JSON.stringify(seconds))
