import { fetched } from '../fetched.tsx'

/** Signs by finger, pen or mouse; who cannot, types the name. Its code comes when somebody wants to sign. */
export const SignatureDialog = fetched(async () => (await import('./signature-pad-dialog.tsx')).SignaturePadDialog)
