/** One file of a multipart request, its type already sniffed from its bytes. */
export interface Upload {
  /** As the sender named it, without folders. */
  name: string
  /** Media type by the bytes, never by the name. */
  type: string
  bytes: Buffer
}
