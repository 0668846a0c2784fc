/** Refine's development tools, which the panel does not ship: nothing is traced, nothing is sent anywhere. */
export const getXRay = () => ({})
export const getTrace = () => []
export const useQuerySubscription = () => ({})
