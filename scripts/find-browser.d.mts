/** Path of a Chromium that starts, installed if need be. Throws an Error whose message is a sentence for the person. */
export function findBrowser(): string
