const MINUTES_OF_HOUR = 60;

/** Hours from UTC as ISO 8601 writes them: `+03:00`, `-03:30`. */
export function offsetText(hours: number): string {
	const minutes = Math.round(Math.abs(hours) * MINUTES_OF_HOUR);
	const two = (count: number): string => String(count).padStart(2, '0');
	return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / MINUTES_OF_HOUR))}:${two(minutes % MINUTES_OF_HOUR)}`;
}
