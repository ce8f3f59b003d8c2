/**
 * What `make` gives, made when it is asked for first: a start of n8n does not wait for what a run may need. What `make` throws is thrown
 * each time.
 */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
