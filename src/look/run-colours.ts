/** Okabe and Ito's colours, told apart by colour-blind people too; one a run, the same everywhere, in the order of the runs. */
export const runColours = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#cc79a7',
  '#d55e00',
  '#0072b2',
  '#f0e442',
  '#999999',
] as const

/** Colour of the run at this place in the list. */
export function runColour(index: number): string {
  return runColours[index % runColours.length]
}

/** Dashes that tell runs apart without colour, once the colours come round again: on, off, … in pixels; empty is solid. */
export function runDash(index: number): readonly number[] {
  return [[], [8, 4], [2, 3], [8, 3, 2, 3]][Math.floor(index / runColours.length) % 4]
}
