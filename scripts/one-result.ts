import { oneResult } from '../src/worker/one-result.ts'

console.log(oneResult())
