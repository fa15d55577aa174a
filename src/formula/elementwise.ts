import { checkGraphSize } from './check-graph-size.ts'
import { FormulaError } from './formula-error.ts'
import type { NodeId } from './graph.ts'
import type { Scope } from './scope.ts'
import type { Expression } from './syntax.ts'
import { broadcast, components, scalar, vector, type Value } from './value.ts'

/**
 * Applies an operation component by component; scalars stand for equal components.
 * @throws FormulaError where a vector (one value a parameter) meets a column (one value a sample)
 */
export function elementwise(
  scope: Scope,
  place: Expression,
  values: readonly Value[],
  operation: (operands: readonly NodeId[]) => NodeId,
): Value {
  checkGraphSize(scope.build.graph, place.span)
  const isVector = values.some((value) => value.kind === 'vector')
  const isColumn = values.some((value) => value.kind === 'column')
  if (isVector && isColumn)
    throw new FormulaError(
      'A vector (one value a parameter) and a data column (one value a sample) do not go together here.',
      place.span,
    )
  if (isVector) {
    const operands = values.map((value) => broadcast(value, scope.size))
    return vector(Array.from({ length: scope.size }, (_, i) => operation(operands.map((nodes) => nodes[i]))))
  }
  const node = operation(values.map((value) => components(value)[0]))
  return isColumn ? { kind: 'column', node } : scalar(node)
}
