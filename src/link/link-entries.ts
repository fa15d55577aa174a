import { quoted } from '../declare/check-value.ts'

/** One `key=value` of a link, decoded. */
export interface LinkEntry {
  key: string
  value: string
}

export interface LinkEntries {
  fragment: LinkEntry[]
  /** Those of the query whose key is a link's. */
  query: LinkEntry[]
  /** A sentence for everything that could not be read. */
  problems: string[]
}

/** Characters of a link that are read at most. */
export const longestLink = 64 * 1024

/** What stays as it is in a link; all else is percent-encoded. */
const encoded = /[^A-Za-z0-9\-._~,:;/=()@+*^]/gu

/** The text with every character that a link cannot carry percent-encoded. */
export function encodeLink(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(encoded, (character) => encodeURIComponent(character).replace(/[!']/g, hex))
}

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The entries of a link's fragment and query. A `?k=v` tail in the fragment is split off and read as a query, where `+` is a space.
 * The page's query holds other things too, so only what `isLinkKey` accepts is taken from it.
 */
export function linkEntries(fragment: string, query: string, isLinkKey: (key: string) => boolean): LinkEntries {
  const problems: string[] = []
  let hash = fragment.replace(/^#/, '')
  let search = query.replace(/^\?/, '')
  if (hash.length + search.length > longestLink) {
    problems.push('The link is longer than 64 kB; the rest of it was not read.')
    hash = wholePairs(hash, longestLink)
    search = wholePairs(search, longestLink - hash.length)
  }
  const tail = hash.indexOf('?')
  if (tail >= 0) {
    search = `${search}&${hash.slice(tail + 1)}`
    hash = hash.slice(0, tail)
  }
  const ofFragment = pairs(hash)
  const ofQuery = pairs(search.replaceAll('+', '%20'))
  const broken = [...ofFragment.broken, ...ofQuery.broken.filter((pair) => isLinkKey(pair.split('=', 1)[0]))]
  problems.push(...broken.map((pair) => `${quoted(pair)} could not be decoded and was left out.`))
  return {
    fragment: ofFragment.entries,
    query: ofQuery.entries.filter((entry) => isLinkKey(entry.key)),
    problems,
  }
}

/** The query without the keys of a link: what stays of it beside a fragment that says everything. */
export function queryWithout(query: string, isLinkKey: (key: string) => boolean): string {
  const kept = query
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !isLinkKey(decoded(pair.split('=', 1)[0]) ?? ''))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** As much of the text as fits, without a pair cut in two: half a number is another number. */
function wholePairs(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, Math.max(0, text.lastIndexOf('&', most)))
}

/** The pairs of a text, and those that cannot be decoded as they stand. */
function pairs(text: string): { entries: LinkEntry[]; broken: string[] } {
  const entries: LinkEntry[] = []
  const broken: string[] = []
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const [key, value] = (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]).map(decoded)
    if (key === undefined || value === undefined) broken.push(pair)
    else entries.push({ key, value })
  }
  return { entries, broken }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
