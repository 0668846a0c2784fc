/** What a write says beside its body: over which version it was written, and why. */
export function writeHeaders(version: number | null, reason = ''): Record<string, string> {
  return {
    ...(version !== null && { 'If-Match': `"${version}"` }),
    // A header holds only ASCII.
    ...(reason.trim() && { 'X-Reason': encodeURIComponent(reason.trim()) }),
  }
}
