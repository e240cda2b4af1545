/** Files that Vite hands to tests as text. */
declare module '*?raw' {
  const text: string
  export default text
}
declare module '*.css' {}

/** Files that Vite finds by a pattern, each to be loaded as text. */
interface ImportMeta {
  glob<T>(patterns: string | string[], options: { query: '?raw'; import: 'default' }): Record<string, () => Promise<T>>
}
