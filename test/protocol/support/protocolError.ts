import { ProtocolError } from '../../../nodes/CascadeMessaging/protocol/errors';

/** The `ProtocolError` that some work throws; `undefined` when it ends well. Anything else thrown goes on. */
export function protocolErrorOf(work: () => unknown): ProtocolError | undefined {
	try {
		work();
		return undefined;
	} catch (error) {
		if (error instanceof ProtocolError) return error;
		throw error;
	}
}
