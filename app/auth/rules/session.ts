/** Reliability 8, in hours: without and with « Rester connecté ». */
export const SESSION_HOURS = 24;
export const STAYING_SESSION_HOURS = 90 * 24;
export const SESSION_MAX_DAYS = 180;
