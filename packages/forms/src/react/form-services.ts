/** A file as the server keeps it; the value of a file field holds such records. */
export interface StoredFile {
  id: string
  name: string
  /** Bytes. */
  size: number
  /** Media type as the server found it. */
  type: string
}

/** A person or unit to choose: what the field shows and what it stores. */
export interface DirectoryEntry {
  id: string
  name: string
  /** Told apart by: the unit of a person, the parent of a unit. */
  hint?: string
}

/** What a form asks of its host. */
export interface FormServices {
  /** `onProgress` may be called with the share that is sent, 0 to 1. */
  upload: (file: Blob, name: string, onProgress?: (share: number) => void) => Promise<StoredFile>
  /** Where the browser gets the file from. */
  fileUrl: (id: string) => string
  /** The whole value behind a masked one; the host logs it. Without it, masked values stay masked. */
  reveal?: (path: string) => Promise<string>
  findPeople?: (text: string) => Promise<DirectoryEntry[]>
  findUnits?: (text: string) => Promise<DirectoryEntry[]>
}
