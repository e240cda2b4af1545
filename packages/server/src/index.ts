/** `@zhupi/server`: the Koa runtime. Mount it into an existing Koa app, or let it listen by itself. */
export { type Clock, systemClock } from './clock.ts'
export { SERVER_ERRORS, ServerError, type ServerErrorCode } from './errors.ts'
export type { OidcOptions } from './ports/login/oidc-login.ts'
export { signTicket, type TicketKey } from './ports/login/ticket.ts'
export type { Printer } from './ports/printer/printer.ts'
export { openRuntime, type Runtime } from './runtime.ts'
export type { RuntimeOptions, ServerOptions } from './server-options.ts'
export { type RunningServer, startServer } from './start-server.ts'
