import { isExposed, readHost } from '../../nodes/CascadeMessaging/protocol/host';

describe('readHost', () => {
	it.each([
		['gateway.example.com', 'https://gateway.example.com'],
		[' gateway.example.com\n', 'https://gateway.example.com'],
		['gateway.example.com/', 'https://gateway.example.com'],
		['gateway.example.com:8443', 'https://gateway.example.com:8443'],
		['https://gateway.example.com', 'https://gateway.example.com'],
		['HTTPS://Gateway.Example.com', 'https://gateway.example.com'],
		['http://127.0.0.1:8090', 'http://127.0.0.1:8090'],
		['localhost:8090', 'https://localhost:8090'],
		['http://[::1]:8090/', 'http://[::1]:8090'],
		['gateway.example.com/Sms/api//', 'https://gateway.example.com/Sms/api'],
		['gateway.example.com/to/https://inner', 'https://gateway.example.com/to/https://inner'],
		['https://gateway.example.com/sendmessagejson.php', 'https://gateway.example.com'],
		['gateway.example.com/xml/message.php', 'https://gateway.example.com'],
		['gateway.example.com/xml/state_message.php', 'https://gateway.example.com'],
		['gateway.example.com/xml//message.php//', 'https://gateway.example.com'],
		['http://gateway.example.com:8080//SendMessage.PHP/', 'http://gateway.example.com:8080'],
		['gateway.example.com/sendsmsjson.php', 'https://gateway.example.com'],
		['gateway.example.com/sms/sendmessagejson.php', 'https://gateway.example.com/sms'],
		['https://gateway.example.com/sendmessage.php?login=a&password=b', 'https://gateway.example.com'],
		['gateway.example.com/sendmessage.php?', 'https://gateway.example.com'],
		['gateway.example.com/message.php', 'https://gateway.example.com/message.php'],
		['gateway.example.com/notsendmessage.php', 'https://gateway.example.com/notsendmessage.php'],
		['gateway.example.com/sendmessage.php/api', 'https://gateway.example.com/sendmessage.php/api'],
		['\u200bgateway.example.com\ufeff', 'https://gateway.example.com'],
		['шлюз.рф', 'https://xn--g1ah2bza.xn--p1ai'],
	])('reads %j as %s', (text, address) => {
		expect(readHost(text)).toBe(address);
	});

	it.each([
		'',
		' ',
		'https://',
		'two words',
		'gateway.example.com:99999',
		'ftp://gateway.example.com',
		's3://gateway.example.com',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'login@gateway.example.com',
		'https://login:password@gateway.example.com',
		'https://:password@gateway.example.com',
		'gateway.example.com/?login=a',
		'gateway.example.com/api.php?login=a',
		'login@gateway.example.com/sendmessage.php?login=a',
		'gateway.example.com/sendmessage.php#top',
		'gateway.example.com#top',
	])('takes %j for no address', (text) => {
		expect(readHost(text)).toBeNull();
	});
});

describe('isExposed', () => {
	it.each(['http://gateway.example.com', 'http://10.0.0.5:8090', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'http://notlocalhost', 'http://[::2]', 'http://0.0.0.0'])(
		'%s can be read on its way',
		(address) => {
			expect(isExposed(address)).toBe(true);
		},
	);

	it.each(['https://gateway.example.com', 'http://localhost:5678', 'http://n8n.localhost', 'http://127.0.0.1:8090/api', 'http://127.8.9.1', 'http://127.100.20.3', 'http://[::1]:8090', 'http://LOCALHOST'])(
		'%s cannot',
		(address) => {
			expect(isExposed(address)).toBe(false);
		},
	);
});
