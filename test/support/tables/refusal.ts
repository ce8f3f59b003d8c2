/** What n8n answers instead of doing what it was asked: an HTTP status and its words. */
export class Refusal extends Error {
	override readonly name = 'Refusal';

	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** A request the data table module refuses, in its own words. */
export function invalid(words: string): Refusal {
	return new Refusal(400, `Validation error with data table request: ${words}`);
}

/** What n8n says when its database refuses: nothing at all. */
export function internal(): Refusal {
	return new Refusal(500, 'Internal server error');
}
