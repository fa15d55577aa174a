import type { OwnProgram } from './own-program.ts'
import type { ProgramKind } from './program-names.ts'

/** What a new program begins as. */
export const programExamples: Readonly<Record<ProgramKind, Pick<OwnProgram, 'text' | 'constants'>>> = {
  optimizer: { text: 'm = beta*m + (1 - beta)*g\ntheta = theta - learningRate*m', constants: { beta: 0.9 } },
  schedule: { text: 'learningRate = learningRate*decay^t', constants: { decay: 0.99 } },
  before: { text: 'g = limit*tanh(g/limit)', constants: { limit: 1 } },
  after: { text: 'theta = before + shrink*(theta - before)', constants: { shrink: 0.5 } },
}
