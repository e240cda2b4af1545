/** Turns a page into PDF. */
export interface Printer {
  /**
   * @param html a whole document that loads nothing: pictures are `data:` URIs; scripts do not run
   * @returns the PDF; with `duplex` an even number of pages
   * @throws ServerError `PRINTER_UNAVAILABLE` when there is no browser, too many wait, or it takes too long
   */
  print(html: string, options?: { duplex?: boolean }): Promise<Buffer>
  close(): Promise<void>
}
