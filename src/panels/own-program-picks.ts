import { ownEntry, type ProgramEntry } from '../catalogue/own-program.ts'
import { programExamples } from '../catalogue/program-examples.ts'
import type { ProgramKind } from '../catalogue/program-names.ts'
import { ownProgramsOf, thingsOf } from '../link/run-programs.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { newProgramName } from './own-program-edits.ts'
import type { PickerOption } from './picker.tsx'
import { useWords } from './use-words.ts'

/** Begins the id of the option that makes a new program; no name has such a sign. */
const fresh = 'new:'

/** The options of a shelf and behind them the own programs of these kinds, and one that begins a new one. */
export function useOwnPrograms(shelf: readonly PickerOption[], kinds: readonly ProgramKind[]): PickerOption[] {
  const words = useWords().editor
  const runs = useStore((state) => state.experiment.runs)
  const own = ownProgramsOf(runs)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name, text }) => ({ id: name, name, summary: text.trim(), group: words.own, terms: name }))
  const begun = kinds.map((kind) => ({
    id: fresh + kind,
    name: words.newProgram[kind],
    summary: words.newSummary,
    group: words.own,
    terms: `own new ${kind}`,
  }))
  return [...shelf, ...own, ...begun]
}

/** The thing that a picked option means: of the shelf, an own program of the experiment, or a new one, whose editor then opens. */
export function pickedProgram<Thing extends ProgramEntry>(id: string, shelf: readonly Thing[]): Thing | undefined {
  const { experiment, setSession } = store.getState()
  if (!id.startsWith(fresh)) {
    const own = experiment.runs.flatMap(thingsOf).find((thing) => thing.own && thing.id === id)
    return shelf.find((thing) => thing.id === id) ?? (own as Thing | undefined)
  }
  const kind = id.slice(fresh.length) as ProgramKind
  const name = newProgramName(experiment)
  setSession({ editedProgram: name })
  return ownEntry({ kind, name, state: {}, ...programExamples[kind] }) as Thing
}
