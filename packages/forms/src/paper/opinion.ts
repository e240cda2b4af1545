/** One opinion (意见) as a case stores it and an 意见栏 shows it. The value of an `Opinion` field is an array of these. */
export interface Opinion {
  taskId: string
  decision: 'approve' | 'reject' | 'return' | string
  text: string
  signer: { id: string; name: string }
  unit: { id: string; name: string }
  /** Id of the file with the signature's picture. */
  signature?: string
  /** Whose seal is pressed over the date. */
  seal?: { unitId: string; name: string }
  /** Instant, ISO 8601 UTC. */
  at: string
}
