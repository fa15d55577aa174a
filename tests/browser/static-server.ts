import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve, sep } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

export interface ServedFolder {
  /** With a slash at its end, e.g. `http://127.0.0.1:41234/`. Every server is an origin of its own. */
  address: string
  close: () => Promise<void>
}

export interface ServeOptions {
  /** Pages that are in no folder, by path: `{ '/deck.html': '<iframe …>' }`. They win over files. */
  pages?: Record<string, string>
  /** Sent with every answer, e.g. `Access-Control-Allow-Origin` as public hosts of static pages do. */
  headers?: Record<string, string>
}

/** Serves a folder on 127.0.0.1 as a plain static host would: no rewriting, no caching, 404 for what is not there. */
export async function serve(folder: string, { pages = {}, headers = {} }: ServeOptions = {}): Promise<ServedFolder> {
  const root = resolve(folder)
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/')
    const body = path === undefined ? undefined : (pages[path] ?? fileAt(root, path))
    if (path === undefined || body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    const type = types[path.endsWith('/') ? '.html' : extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://host').pathname)
  } catch {
    return undefined
  }
}

function fileAt(root: string, path: string): Buffer | undefined {
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path)
  if (file.includes('\0') || !file.startsWith(root + sep)) return undefined
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined
}
