import type { Schedule } from '../declare/schedule.ts'
import { constant } from './constant.ts'
import { cosine } from './cosine.ts'
import { step } from './step.ts'

/** In teaching order. */
export const schedules: readonly Schedule[] = [constant, step, cosine]
