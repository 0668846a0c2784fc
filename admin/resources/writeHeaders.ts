/** What a write says beside its body: over which version it was written, why, and since when it is so if it changed in life. */
export function writeHeaders(version: number | null, reason = '', changedOn: string | null = null): Record<string, string> {
  return {
    ...(version !== null && { 'If-Match': `"${version}"` }),
    ...(changedOn !== null && { 'X-Changed-On': changedOn }),
    // A header holds only ASCII.
    ...(reason.trim() && { 'X-Reason': encodeURIComponent(reason.trim()) }),
  }
}
