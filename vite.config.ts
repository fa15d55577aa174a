import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * The development server writes an inline script (fast refresh) and inline styles; the built page has neither. So the
 * Content-Security-Policy of index.html is kept as it is in the build and allows `'unsafe-inline'` while developing only.
 */
function relaxedPolicyWhileDeveloping(): Plugin {
  return {
    name: 'relaxed-policy-while-developing',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, context) =>
        context.server === undefined
          ? html
          : html.replace(/(script-src|style-src) 'self'/g, "$1 'self' 'unsafe-inline'"),
    },
  }
}

export default defineConfig({
  // Relative addresses: the build works from any folder.
  base: './',
  plugins: [react(), relaxedPolicyWhileDeveloping()],
  // Classic workers: a module worker from a blob fails in a sandboxed frame of opaque origin, a classic one runs.
  worker: { format: 'iife' },
  build: {
    target: 'es2022',
    // The policy has no font-src or connect-src for data: addresses, so nothing is inlined behind its back.
    assetsInlineLimit: 0,
    // Source maps are only for attributing bytes to packages (scripts/size.mjs).
    sourcemap: process.env.SOURCEMAP === '1',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // one-result.html stands in public/ and loads its program by a name that never changes.
      input: { index: 'index.html', 'one-result': 'src/one-result.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'one-result' ? 'one-result.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
