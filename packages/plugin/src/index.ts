/** `@zhupi/plugin`: `mount(element, options)` puts the application into a page. */
export { type Mounted, type MountOptions, mount } from './mount.tsx'
