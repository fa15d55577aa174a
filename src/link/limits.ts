/** What an experiment may ask for, in a link as in the headless format. */
export const experimentLimits = {
  steps: 100_000,
  runs: 32,
  starts: 64,
  parameters: 32,
  /** Modifiers of one run. */
  modifiers: 16,
  /** Schedules that follow one another in one run. */
  scheduleParts: 16,
  /** Schedules that are multiplied. */
  scheduleFactors: 8,
  /** Programs of one's own. */
  programs: 64,
  /** Hyperparameters of one own formula or program. */
  constants: 32,
} as const

/** Defaults of `v=1`; what equals them is not written. Part of the contract: a change needs a new `v`. */
export const linkDefaults = { steps: 200, seed: 1, parameters: ['w1', 'w2'] } as const

/** The newest version of links. */
export const linkVersion = 1
