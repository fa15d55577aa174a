import { oneResult } from './worker/one-result.ts'

// The page one-result.html: the same hash in every browser, or the promise that a link shows the same everywhere is broken.
const output = document.getElementById('result') as HTMLOutputElement
const result = oneResult()
output.textContent = result
// `?report`: the page was opened by scripts/second-engine.mjs, which waits for the hash on the server it came from.
if (new URLSearchParams(location.search).has('report')) void fetch('report', { method: 'POST', body: result })
