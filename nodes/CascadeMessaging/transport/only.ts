import type { CascadeError } from '../protocol';

/**
 * Makes a handler that returns errors of one class as values. Whatever else it is given is a fault of this package, and must not be hidden.
 * @throws whatever else it is given.
 * @example const response = await exchange(…).catch(only(TransportError));
 */
export function only<E extends CascadeError>(expected: new (...parts: never[]) => E): (error: unknown) => E {
	return (error) => {
		if (error instanceof expected) return error;
		throw error;
	};
}
