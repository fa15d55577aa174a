/** Whether a formula's text is a program (lines `name = …`) rather than one expression. */
export function isProgram(text: string): boolean {
  return /^[\s;]*[^\s=<>!;]+\s*=(?!=)/.test(text)
}
