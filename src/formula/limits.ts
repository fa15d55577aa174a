/**
 * Bounds of what is read. Together they keep every reader that recurses over a tree far from the end of its stack, and let
 * everything that parses be printed and parsed again.
 */
export const formulaLimits = {
  /** Characters of one text, be it an expression or a program. */
  characters: 20_000,
  /** Nodes of all trees of one text. */
  nodes: 4_000,
  /** Height of a tree: a sum of n terms leans left and is n levels high. */
  depth: 600,
  /** Levels inside one another, where a chain of terms or of factors (`a + b - c`, `a*b/c`, `a and b`) counts as one. */
  nesting: 60,
  /** Characters of one canonical name. */
  nameLength: 64,
  /** Parentheses, signs and exponents open at once in the text; a tree of `nesting` levels never needs more than twice as many. */
  open: 250,
} as const
