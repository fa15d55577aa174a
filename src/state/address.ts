import { parseLink, presentationQuery } from '../link/parse-link.ts'
import { printLink } from '../link/print-link.ts'
import { checkLandscape } from './check-landscape.ts'
import { checkProgram } from './check-program.ts'
import { defaultExperiment, defaultSelection } from './default-experiment.ts'
import { store } from './store.ts'

/** The address is written this long after the last finished change, in ms: browsers refuse more than a few writes a second. */
const writeDelay = 350

let timer: ReturnType<typeof setTimeout> | undefined
/** The fragment that stands for what the store holds. */
let written = ''

/** Opens what the address says, then keeps the address true; returns what ends that. */
export function followAddress(): () => void {
  read()
  const reread = () => {
    if (location.hash !== written) read()
  }
  addEventListener('popstate', reread)
  addEventListener('hashchange', reread)
  const end = store.subscribe((now, before) => {
    if (now.experiment === before.experiment && now.beforeDrag === before.beforeDrag) return
    if (now.beforeDrag) return
    if (now.opened !== before.opened) return write(true)
    clearTimeout(timer)
    timer = setTimeout(() => write(false), writeDelay)
  })
  return () => {
    end()
    removeEventListener('popstate', reread)
    removeEventListener('hashchange', reread)
  }
}

/** The whole address of the experiment as it is now. */
export function shareLink(): string {
  return (
    location.origin + location.pathname + presentationQuery(location.search) + printLink(store.getState().experiment)
  )
}

function read(): void {
  clearTimeout(timer)
  written = location.hash
  const { experiment, problems } = parseLink(location.hash, location.search, {
    loss: (landscape) => checkLandscape(landscape)?.message,
    run: (landscape, run) => checkProgram(run, landscape)?.message,
  })
  const { show, notify, setSession } = store.getState()
  for (const problem of problems) notify('warning', problem)
  if (experiment) show(experiment)
  else if (problems.length > 0) notify('info', 'Nothing of this link could be shown; the page stays as it was.')
  // A link that cannot be read leaves what is on screen; the bare page shows the default.
  else if (problems.length === 0) {
    show(defaultExperiment)
    setSession({ selectedRun: defaultSelection })
  }
}

function write(asNew: boolean): void {
  clearTimeout(timer)
  const fragment = printLink(store.getState().experiment)
  if (fragment === written) return
  written = fragment
  const address = location.pathname + presentationQuery(location.search) + fragment
  if (asNew) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}
