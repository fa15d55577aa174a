/** An element of presentation MathML (MathML Core, as browsers draw it). */
export interface MathElement {
  tag: string
  attributes?: Record<string, string>
  children: (MathElement | string)[]
}

export function element(
  tag: string,
  children: (MathElement | string)[],
  attributes?: Record<string, string>,
): MathElement {
  return attributes ? { tag, attributes, children } : { tag, children }
}

/** An operator, spaced by the browser. */
export function mo(text: string, attributes?: Record<string, string>): MathElement {
  return element('mo', [text], attributes)
}

/** A name: one letter is set in italics, several upright. */
export function mi(text: string, attributes?: Record<string, string>): MathElement {
  return element('mi', [text], attributes)
}

export function mn(text: string): MathElement {
  return element('mn', [text])
}

/** The elements as one: as it is if there is but one. */
export function row(items: MathElement[], attributes?: Record<string, string>): MathElement {
  if (items.length !== 1) return element('mrow', items, attributes)
  const [only] = items
  return attributes ? { ...only, attributes: { ...only.attributes, ...attributes } } : only
}

/** Text of the element for a page or a file. */
export function serializeMathml({ tag, attributes = {}, children }: MathElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  const inside = children.map((child) => (typeof child === 'string' ? escape(child) : serializeMathml(child)))
  return `<${tag}${written.join('')}>${inside.join('')}</${tag}>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character])
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
