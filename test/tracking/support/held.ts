/** A promise, and what ends it. */
export interface Held<T> {
	readonly promise: Promise<T>;
	readonly resolve: (value: T) => void;
	readonly reject: (error: Error) => void;
}

/** A promise that ends when it is told to. */
export function held<T>(): Held<T> {
	const ends = {} as Pick<Held<T>, 'resolve' | 'reject'>; // both are there before the promise is
	const promise = new Promise<T>((resolve, reject) => {
		Object.assign(ends, { resolve, reject });
	});
	return { promise, ...ends };
}
