import { landscapes } from '../landscapes/index.ts'
import { modifiers } from '../modifiers/index.ts'
import { optimizers } from '../optimizers/index.ts'
import { schedules } from '../schedules/index.ts'

/** All shelves. Order is the teaching order. */
export const catalogue = { landscapes, optimizers, schedules, modifiers }
export type Catalogue = typeof catalogue
