import { ProtocolError } from '../protocol';
import { only } from './only';

/**
 * What a reader of a codec returns, or why it cannot read.
 * @throws whatever else the reader throws: that is a fault of this package.
 */
export function tryDecode<A>(decode: () => A): A | ProtocolError {
	try {
		return decode();
	} catch (error) {
		return only(ProtocolError)(error);
	}
}
