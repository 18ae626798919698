import { html, trusted } from './html';

describe('html', () => {
  it('should escape text, in content and in attributes', () => {
    const text = `<script>alert("1")</script> & 'x'`;
    expect(html`<p title="${text}">${text}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
    );
  });

  it('should replace characters that reverse, hide or end text', () => {
    // Right-to-left override, escape, zero-width space, half a character, line separator.
    expect(html`<p>${'a\u202eb\u001bc\u200bd\ud800e\u2028f'}</p>`.text).toBe('<p>a�b�c�d�e�f</p>');
    expect(html`<p>${'one\ntwo'}</p>`.text).toBe('<p>one\ntwo</p>');
  });

  it('should keep markup, concatenate lists and skip undefined and false', () => {
    const items = ['a', '<'].map((item) => html`<b>${item}</b>`);
    expect(html`<p>${items}${undefined}${false}${0}${trusted('<br>')}</p>`.text).toBe(
      '<p><b>a</b><b>&lt;</b>0<br></p>',
    );
  });

  it('should drop indentation and optional end tags, but no space between words', () => {
    const row = html`
      <tr>
        <th scope="row">${'a'}</th>
        <td>${'b'} <i>c</i> d</td>
      </tr>
    `;
    expect(row.text).toBe('<tr><th scope="row">a<td>b <i>c</i> d');
    expect(html`<pre>${'  kept\n    as it is'}</pre>`.text).toBe('<pre>  kept\n    as it is</pre>');
  });
});
