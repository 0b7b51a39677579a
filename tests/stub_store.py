"""A triple store that behaves, or misbehaves as real ones have been seen to.

  python3 stub_store.py LOG    prints its port, then serves until it is killed

The first part of a path is the store's name, and what follows its first '-'
says how it behaves: /a-html/data, /b-lose/store ...  Each store has its own
quads.  A part of the name that is a kind of store (/virtuoso/, /b-qlever/)
makes it refuse what that kind refuses.  LOG gets a line a request: method, path, type, packing, what authorised;
and one that tells how large the graphs of interest then are, "= store 3 3 2 1".
Only modules of Debian's python3-minimal are used.
"""
import re
import socket
import sys
import threading
import time
import zlib
from hashlib import md5
from urllib.parse import parse_qs, urlsplit

QUAD = re.compile(r'^(\S+) (\S+) (.+?) (<[^>]*>) \.$')
TRIPLE = re.compile(r'^(\S+) (\S+) (.+) \.$')
stores, tries, lock = {}, {}, threading.Lock()
OF_INTEREST = ('http://e/page?a=1&b=c', 'http://e/page?a=2&b=c',
               'https://w3id.org/newsgraph/id/entities', 'https://w3id.org/newsgraph/id/runs')
PAGE = '<html><head><title>Log in</title></head><body>please</body></html>'


class Answer(Exception):
    def __init__(self, status, text='', kind='text/plain', **headers):
        super().__init__(status)
        self.status, self.text, self.kind, self.headers = status, text, kind, headers


def read_request(stream):
    first = stream.readline().decode().split()
    if len(first) < 2:
        return None
    headers = {}
    for line in iter(stream.readline, b'\r\n'):
        if not line:
            return None
        name, _, value = line.decode().partition(':')
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get('content-length', 0)))
    return first[0], first[1], headers, body


def lines(body, headers):
    if headers.get('content-encoding') == 'gzip':
        body = zlib.decompress(body, 31)
    return [x for x in body.decode().split('\n') if x]


def query(quads, text, alone, odd):
    names = re.findall(r'GRAPH <([^>]*)>', text)
    sizes = [(n, len(quads.get(n, ()))) for n in names]
    if odd:
        return Answer(200, '{"results": 3}', 'application/json')
    if alone and ('GROUP BY' in text or 'UNION' in text):
        return Answer(500, 'SP031: too much at once')
    if 'GROUP BY' in text:
        rows = ''.join('%s,%d\r\n' % row for row in sizes if row[1])
        return Answer(200, 'g,n\r\n' + rows, 'text/csv;charset=utf-8')
    return Answer(200, '"n"\n%d\n' % sizes[0][1], 'text/csv')


def refuse(kinds, method, kind, headers, graph, body):
    """What each kind of store was seen not to take; doc/stores.md."""
    packed = headers.get('content-encoding') == 'gzip'
    if 'virtuoso' in kinds:
        if method == 'HEAD':
            raise Answer(501)
        if packed:
            raise Answer(500, 'HT001: cannot unpack', 'text/html')
        if kind == 'application/sparql-query':
            raise Answer(500, 'hangs for ever')
        if kind == 'application/n-quads':  # and nothing is stored
            raise Answer(500 if graph else 200, PAGE, 'text/html')
        if len(body) > 30000000:
            raise Answer(500, 'Monitor: Locks are held for a long time')
    if 'qlever' in kinds and (packed or kind not in (
            'application/n-triples', 'text/turtle', 'application/x-www-form-urlencoded', '')):
        raise Answer(415)
    if 'oxigraph' in kinds and graph and kind == 'application/n-quads':
        raise Answer(400)


def update(quads, text):
    if text.count('\n') > 4990:
        raise Answer(400, 'SPARQL compiler: memory exhausted')
    for name in re.findall(r'DROP SILENT GRAPH <([^>]*)>', text):
        quads.pop(name, None)
    for name, block in re.findall(r'GRAPH <([^>]*)> \{\n(.*?)\} \}', text, re.S):
        quads.setdefault(name, set()).update(x for x in block.split('\n') if x)
    return Answer(204)


def put_quads(quads, rows):
    for row in rows:
        s, p, o, g = QUAD.match(row).groups()
        quads.setdefault(g[1:-1], set()).add('%s %s %s .' % (s, p, o))


def authorised(mode, method, headers):
    given = headers.get('authorization', '')
    if 'basic' in mode and given != 'Basic dTpw':  # u:p
        raise Answer(401, PAGE, 'text/html', WWW_Authenticate='Basic realm="s"')
    if 'bearer' in mode and given != 'Bearer t0ken':
        raise Answer(403, 'no')
    if 'digest' in mode:
        part = dict(re.findall(r'(\w+)="?([^",]*)"?', given))
        a1 = md5(b'u:s:p').hexdigest()
        a2 = md5((method + ':' + part.get('uri', '')).encode()).hexdigest()
        want = md5((a1 + ':n:' + a2).encode()).hexdigest()
        if not given.startswith('Digest ') or part.get('response') != want:
            raise Answer(401, '', WWW_Authenticate='Digest realm="s", nonce="n"')


def misbehave(mode, store, method, rows):
    with lock:
        tries[store] = tries.get(store, 0) + 1
    if 'html' in mode:
        raise Answer(200, PAGE, 'text/html')
    if 'login' in mode:
        raise Answer(302, '', Location='https://login.example.org/')
    if 'full' in mode:
        raise Answer(507, 'No space left on device')
    if 'quota' in mode:
        raise Answer(429, 'quota exceeded')
    if 'large' in mode:
        raise Answer(413)
    if 'busy' in mode and tries[store] % 3:
        raise Answer(503, 'starting', Retry_After='0')
    if 'patient' in mode and tries[store] % 2:
        raise Answer(503, 'starting', Retry_After='1')
    if 'dated' in mode and tries[store] % 2:
        soon = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(time.time() + 3))
        raise Answer(503, 'starting', Retry_After=soon)
    for passing in ('408', '502', '503', '504'):
        if passing in mode and tries[store] % 2:
            raise Answer(int(passing), 'not now')
    if 'dead' in mode and tries[store] % 2:
        raise Answer(500, 'SR172: Transaction deadlocked')
    if 'hangup' in mode and tries[store] % 2:
        raise ConnectionError
    if 'error' in mode:
        raise Answer(500, '<p>unsupported type\n text/plain</p>', 'text/html')
    if 'lose' in mode:
        return rows[:-1]
    if 'forget' in mode:
        return [row for row in rows if 'entities>' not in row]
    return rows


def serve(method, target, headers, body):
    url = urlsplit(target)
    _, store, *path = url.path.split('/')
    mode, kinds = store.partition('-')[2], store.split('-')
    tail = '/'.join(path)
    kind = headers.get('content-type', '')
    with lock:
        quads = stores.setdefault(store, {})
    if method == 'GET' and not url.query:
        names = {'f': 'x', 'o': 'Oxigraph/0.5', 'v': 'Virtuoso/07.20'}
        extra = {'Fuseki-Request-Id': '7'} if mode == 'fuseki' else {}
        if mode == 'oxigraph' or mode == 'virtuoso':
            extra = {'Server': names[mode[0]]}
        raise Answer(200, PAGE, 'text/html', **extra)
    if 'digest' in mode and tail == 'sparql' and not body:
        raise Answer(406)  # as Virtuoso does, though all may ask
    if 'digest' not in mode or tail != 'sparql':
        authorised(mode, method, headers)
    name = parse_qs(url.query)
    graph = (name.get('graph') or name.get('graph-uri') or [None])[0]
    refuse(kinds, method, kind, headers, graph, body)
    if kind == 'application/x-www-form-urlencoded':
        text = parse_qs(body.decode())['query'][0]
        raise Answer(404) if 'nocount' in mode else query(
            quads, text, 'virtuoso' in kinds, 'nocsv' in mode)
    if kind == 'application/sparql-update':
        misbehave(mode, store, method, [])
        raise update(quads, body.decode())
    if method == 'GET':
        if graph not in quads:
            raise Answer(404)
        raise Answer(200, ''.join(x + '\n' for x in sorted(quads[graph])), 'application/n-triples')
    rows = misbehave(mode, store, method, lines(body, headers))
    with lock:
        if method == 'DELETE':
            raise Answer(204) if quads.pop(graph, None) else Answer(404)
        if kind == 'application/n-quads':
            if method == 'PUT' or graph:
                quads.clear()  # as Fuseki, Oxigraph and RDF4J do
            put_quads(quads, rows)
        elif kind == 'application/n-triples' and all(TRIPLE.match(row) for row in rows):
            graph = graph or 'urn:random:%d' % len(quads)
            if method == 'PUT':
                quads[graph] = set()
            quads.setdefault(graph, set()).update(rows)
        else:
            raise Answer(400 if 'fuseki' in kinds else 415)
    raise Answer(201, PAGE, 'text/html') if 'virtuoso' in kinds else Answer(204)


def handle(link, log):
    stream = link.makefile('rb')
    while True:
        request = read_request(stream)
        if not request:
            break
        method, target, headers, body = request
        with lock:
            log.write('%s %s %s %s %s\n' % (method, target, headers.get('content-type', '-'),
                                            headers.get('content-encoding', 'plain'),
                                            headers.get('authorization', '-').split()[0]))
            log.flush()
        try:
            serve(method, target, headers, body)
        except Answer as a:
            with lock:
                store = urlsplit(target).path.split('/')[1]
                sizes = [len(stores.get(store, {}).get(g, ())) for g in OF_INTEREST]
                log.write('= %s %d %d %d %d\n' % (store, *sizes))
                log.flush()
            text = a.text.encode()
            head = 'HTTP/1.1 %d x\r\nContent-Type: %s\r\nContent-Length: %d\r\n' % (
                a.status, a.kind, len(text))
            for name, value in a.headers.items():
                head += '%s: %s\r\n' % (name.replace('_', '-'), value)
            link.sendall(head.encode() + b'\r\n' + (b'' if method == 'HEAD' else text))
        except ConnectionError:
            link.close()
            return
    link.close()


def guarded(link, log):
    try:
        handle(link, log)
    except (BrokenPipeError, ConnectionResetError):
        pass
    finally:
        link.close()


def main():
    with open(sys.argv[1], 'w', encoding='utf-8') as log, \
            socket.create_server(('127.0.0.1', 0)) as server:
        print(server.getsockname()[1], flush=True)
        while True:
            link, _ = server.accept()
            threading.Thread(target=guarded, args=(link, log), daemon=True).start()


main()
