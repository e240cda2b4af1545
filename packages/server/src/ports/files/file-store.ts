/** Keeps the bytes of files. What they are called and whose they are is not its business. */
export interface FileStore {
  /** Keeps bytes under a new id. After it resolves they survive a power cut; before, nobody sees half of them. */
  write(id: string, bytes: Uint8Array): Promise<void>
  read(id: string): Promise<Buffer | undefined>
  /** Forgets the bytes; nothing happens where there are none. */
  remove(id: string): Promise<void>
  /** @throws where nothing can be written at present */
  probe(): Promise<void>
}
