import { CascadeError } from '../../nodes/CascadeMessaging/protocol';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

it('a transport error is of the family, and says what the request may have done', () => {
	const chances = { mayHaveArrived: true, isPassing: false, retryAfter: 5 };
	const error = new TransportError('timedOut', 'Too late.', chances);

	expect(error).toBeInstanceOf(CascadeError);
	expect([error.name, error.code, error.message, error.chances]).toEqual(['TransportError', 'timedOut', 'Too late.', chances]);
});
