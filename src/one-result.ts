import { oneResult } from './worker/one-result.ts'

// The page one-result.html: the same hash in every browser, or the promise that a link shows the same everywhere is broken.
const output = document.getElementById('result') as HTMLOutputElement
output.textContent = oneResult()
