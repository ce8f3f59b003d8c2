import fc from 'fast-check';

import type { Proof } from '../../nodes/CascadeMessaging/protocol/signing';
import { redactorOf, sign, signedUrlGrowth } from '../../nodes/CascadeMessaging/protocol/signing';
import { everyPlane } from './support/arbitraries';
import { RUNS } from './support/runs';

const password = (login: string, secret: string): Proof => ({ authentication: 'password', login, password: secret });

it('signedUrlGrowth is what signing adds to a URL, whatever the login and password', () => {
	fc.assert(
		fc.property(everyPlane, everyPlane, (login, secret) => {
			const proof = password(login, secret);
			const url = 'https://gateway.example.com/sendmessage.php?id_message=1';
			const signedUrl = sign({ url, headers: {} }, proof).url;
			expect(signedUrl).toHaveLength(url.length + signedUrlGrowth(proof));
			expect(Object.fromEntries(new URL(signedUrl).searchParams)).toEqual({ login, password: secret, id_message: '1' });
		}),
		RUNS,
	);
});

it('redactorOf leaves nothing of a long secret that stands in a text, in any of its forms', () => {
	fc.assert(
		fc.property(fc.array(everyPlane, { minLength: 4, maxLength: 4 }), (parts) => {
			const secret = `${parts.join('-')}-secret`;
			const redact = redactorOf(password('', secret));
			const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
			expect(forms.map(redact)).toEqual(['***', '***', '***']);
		}),
		RUNS,
	);
});
