import { useMemo } from 'react'
import { mathmlOfExpression } from '../formula/mathml.ts'
import { Mathematics } from './mathematics.tsx'

/** A name as mathematics writes it: `w1` is w₁; with a `symbol` (`β₁`), that. */
export function ParameterName({ name, symbol }: { name: string; symbol?: string }) {
  const tree = useMemo(() => {
    const symbols = symbol === undefined ? {} : { [name]: symbol }
    return mathmlOfExpression({ kind: 'name', name, span: { start: 0, end: 0 } }, { display: 'inline', symbols })
  }, [name, symbol])
  return <Mathematics tree={tree} />
}
