/** One `key=value` of a link, decoded. */
export interface LinkEntry {
  key: string
  value: string
}

/** Characters of a link that are read at most. */
export const longestLink = 64 * 1024

/** What stays as it is in a link; all else is percent-encoded. */
const raw = /[^A-Za-z0-9\-._~,:;/=()@+*^]/gu

/** The text with every character that a link cannot carry percent-encoded. */
export function encodeLink(text: string): string {
  return text.replace(raw, (character) => encodeURIComponent(character).replace(/[!'()*]/g, hex))
}

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The entries of a link's fragment and query. The fragment beats the query, key by key; a `?k=v` tail in the fragment is split off
 * and read as a query, where `+` is a space. Text that cannot be decoded is named in `problems`.
 */
export function linkEntries(fragment: string, query: string, keys: ReadonlySet<string>): { entries: LinkEntry[]; problems: string[] } {
  const problems: string[] = []
  let hash = fragment.replace(/^#/, '')
  let search = query.replace(/^\?/, '')
  if (hash.length + search.length > longestLink) {
    problems.push('The link is longer than 64 kB; the rest of it was not read.')
    hash = hash.slice(0, longestLink)
    search = search.slice(0, Math.max(0, longestLink - hash.length))
  }
  const tail = hash.indexOf('?')
  if (tail >= 0) {
    search = `${search}&${hash.slice(tail + 1)}`
    hash = hash.slice(0, tail)
  }
  const fromFragment = pairs(hash, problems)
  const taken = new Set(fromFragment.map((entry) => entry.key))
  const fromQuery = pairs(search.replaceAll('+', '%20'), problems).filter((entry) => known(entry.key, keys) && !taken.has(entry.key))
  return { entries: [...fromFragment, ...fromQuery], problems }
}

const known = (key: string, keys: ReadonlySet<string>): boolean => keys.has(key) || key.startsWith('program.')

function pairs(text: string, problems: string[]): LinkEntry[] {
  return text.split('&').flatMap((pair) => {
    if (pair === '') return []
    const at = pair.indexOf('=')
    const [key, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    try {
      return [{ key: decodeURIComponent(key), value: decodeURIComponent(value) }]
    } catch {
      problems.push(`“${pair.slice(0, 60)}” could not be decoded and was left out.`)
      return []
    }
  })
}
