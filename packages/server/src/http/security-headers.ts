import type { Middleware } from 'koa'
import helmet from 'koa-helmet'
import type { HttpConfig } from './http-config.ts'

/**
 * Content Security Policy and its neighbours. Scripts come from here only and nothing is evaluated; antd writes its
 * styles at run time, so `style-src` must allow inline ones. `frame-ancestors` says which portals may embed the plugin.
 */
export function securityHeaders({ publicUrl, frameAncestors }: HttpConfig): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...frameAncestors],
      },
    },
    // An embedded page is framed on purpose; `frame-ancestors` above is the finer rule.
    xFrameOptions: false,
    strictTransportSecurity: publicUrl.startsWith('https:'),
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
  }) as Middleware
}
