/** What WebGL is like here: none, computed in software, or a graphics card. */
export type Graphics = 'none' | 'software' | 'hardware'

let known: Graphics | undefined

/** Asks once, with a throwaway context: a slow renderer can only be told by its name, and smoothing must be chosen before creation. */
export function graphics(): Graphics {
  known ??= probe()
  return known
}

function probe(): Graphics {
  try {
    const gl = document.createElement('canvas').getContext('webgl2')
    if (!gl) return 'none'
    const names = gl.getExtension('WEBGL_debug_renderer_info')
    const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
    // Browsers keep sixteen contexts at a time.
    gl.getExtension('WEBGL_lose_context')?.loseContext()
    return /swiftshader|llvmpipe|softpipe|basic render|software/i.test(name) ? 'software' : 'hardware'
  } catch {
    return 'none'
  }
}
