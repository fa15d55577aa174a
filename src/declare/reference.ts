/** A published source; `url` is https. */
export interface Reference {
  authors: string
  title: string
  year: number
  url: string
}
