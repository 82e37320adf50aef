"""Makes the files of fixtures/one-table from its table.json.

    apt-get install --no-install-recommends libreoffice-calc libreoffice-writer fonts-noto-cjk
    python3 tools/one-table/make.py

Text formats are written here and come out the same every time. Office formats and the PDF are
converted by LibreOffice (7.4.7 when they were last made) from a flat spreadsheet and a flat text
document; of these only dates and identifiers differ from one run to the next.
"""

import json
import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / 'fixtures' / 'one-table'
TABLE = json.loads((FOLDER / 'table.json').read_text('utf-8'))
TITLE, NOTE, SHEET = TABLE['title'], TABLE['note'], TABLE['sheet']
HEADER_ROWS = TABLE['headerRows']
ROWS = TABLE['headerAnchors'] + TABLE['rowsAnchors']
SPANS = {(merge['r'], merge['c']): (merge['rs'], merge['cs']) for merge in TABLE['merges']}
COVERED = {
    (top + down, left + right)
    for (top, left), (rows, columns) in SPANS.items()
    for down in range(rows)
    for right in range(columns)
    if down + right > 0
}

# Widths of the columns in millimetres; together they fill a page of A3 across.
WIDTHS = [10, 24, 28, 60, 66, 64, 30, 30, 14, 16, 16, 18]


def main():
    text_formats()
    with tempfile.TemporaryDirectory() as folder:
        office_formats(Path(folder))


def text_formats():
    write('catalogue.md', markdown(), 'utf-8')
    write('catalogue.csv', delimited(',', '\r\n'), 'utf-8-sig')
    write('catalogue.gb18030.csv', delimited(',', '\r\n'), 'gb18030')
    write('catalogue.utf16le.tsv', '\ufeff' + delimited('\t', '\r\n'), 'utf-16-le')
    write('catalogue.txt', delimited('\t', '\n'), 'utf-8')
    write('catalogue.html', html(), 'utf-8')


def write(name, text, encoding):
    (FOLDER / name).write_bytes(text.encode(encoding))


def markdown():
    lines = [f'| {" | ".join(row)} |'.replace('\n', '<br>') for row in ROWS]
    lines.insert(1, f'|{" --- |" * len(WIDTHS)}')
    return '\n'.join([f'# {TITLE}', '', *lines, '', NOTE, ''])


def delimited(separator, line_end):
    def field(text):
        quoted = any(sign in text for sign in (separator, '"', '\n'))
        return '"' + text.replace('"', '""') + '"' if quoted else text

    lines = [separator.join(field(cell) for cell in row) for row in ROWS]
    return line_end.join([TITLE, '', *lines, '', NOTE, ''])


def html():
    def row(index, tag):
        cells = []
        for column, text in enumerate(ROWS[index]):
            if (index, column) in COVERED:
                continue
            rows, columns = SPANS.get((index, column), (1, 1))
            spans = f' rowspan="{rows}"' * (rows > 1) + f' colspan="{columns}"' * (columns > 1)
            cells.append(f'<{tag}{spans}>{escape(text).replace(chr(10), "<br>")}</{tag}>')
        return f'<tr>{"".join(cells)}</tr>'

    return '\n'.join(
        [
            '<!DOCTYPE html>',
            '<html lang="zh-CN">',
            f'<head><meta charset="utf-8"><title>{TITLE}</title></head>',
            '<body>',
            f'<h1>{TITLE}</h1>',
            '<table>',
            '<thead>',
            *(row(index, 'th') for index in range(HEADER_ROWS)),
            '</thead>',
            '<tbody>',
            *(row(index, 'td') for index in range(HEADER_ROWS, len(ROWS))),
            '</tbody>',
            '</table>',
            f'<p>{NOTE}</p>',
            '</body>',
            '</html>',
            '',
        ]
    )


def office_formats(folder):
    (folder / 'sheet.fods').write_text(spreadsheet(), 'utf-8')
    (folder / 'text.fodt').write_text(document(), 'utf-8')
    for source, kind, filter_name in [
        ('sheet.fods', 'xlsx', 'Calc MS Excel 2007 XML'),
        ('sheet.fods', 'xls', 'MS Excel 97'),
        ('text.fodt', 'docx', 'MS Word 2007 XML'),
        ('text.fodt', 'doc', 'MS Word 97'),
        ('text.fodt', 'pdf', 'writer_pdf_Export'),
    ]:
        made = convert(folder, source, kind, filter_name)
        shutil.copyfile(made, FOLDER / f'catalogue.{kind}')
    # WPS gives its own names to what it saves in the formats of Office 97.
    shutil.copyfile(FOLDER / 'catalogue.xls', FOLDER / 'catalogue.et')
    shutil.copyfile(FOLDER / 'catalogue.doc', FOLDER / 'catalogue.wps')


def convert(folder, source, kind, filter_name):
    subprocess.run(
        [
            'soffice',
            f'-env:UserInstallation={(folder / "profile").as_uri()}',
            '--headless',
            '--convert-to',
            f'{kind}:{filter_name}',
            '--outdir',
            str(folder),
            str(folder / source),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / f'{Path(source).stem}.{kind}'


NAMESPACES = ' '.join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ('office', 'office'),
        ('style', 'style'),
        ('text', 'text'),
        ('table', 'table'),
        ('fo', 'xsl-fo-compatible'),
        ('svg', 'svg-compatible'),
    ]
)
FONT = 'Noto Serif CJK SC'
BORDER = 'fo:border="0.5pt solid #000000" fo:padding="0.5mm"'


def flat(mime, body, styles):
    column_styles = ''.join(
        f'<style:style style:name="column{index}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for index, width in enumerate(WIDTHS)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {NAMESPACES} office:version="1.3" office:mimetype="{mime}">'
        f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'{FONT}\'"/>'
        f'</office:font-face-decls>'
        f'<office:automatic-styles>'
        f'<style:page-layout style:name="page"><style:page-layout-properties '
        f'fo:page-width="420mm" fo:page-height="297mm" style:print-orientation="landscape" '
        f'fo:margin="20mm"/></style:page-layout>'
        f'{column_styles}{styles}</office:automatic-styles>'
        f'<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="page"/></office:master-styles>'
        f'<office:body>{body}</office:body></office:document>'
    )


def font(size):
    return (
        f'<style:text-properties style:font-name="F" style:font-name-asian="F" '
        f'style:font-name-complex="F" fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
        f'fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>'
    )


def columns():
    return ''.join(
        f'<table:table-column table:style-name="column{index}"/>' for index in range(len(WIDTHS))
    )


def row_of(index, cell_attributes, style):
    cells = []
    for column, text in enumerate(ROWS[index]):
        if (index, column) in COVERED:
            cells.append('<table:covered-table-cell/>')
            continue
        rows, width = SPANS.get((index, column), (1, 1))
        spans = (
            f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{width}"'
            if rows + width > 2
            else ''
        )
        cells.append(
            f'<table:table-cell {cell_attributes(text)}{spans}>'
            f'{paragraphs(text, style)}</table:table-cell>'
        )
    return f'<table:table-row>{"".join(cells)}</table:table-row>'


def paragraphs(text, style):
    name = f' text:style-name="{style}"' if style else ''
    return ''.join(f'<text:p{name}>{escape(line)}</text:p>' for line in text.split('\n'))


def spreadsheet():
    styles = (
        f'<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties '
        f'{BORDER} fo:wrap-option="wrap"/>{font(9)}</style:style>'
        f'<style:style style:name="line" style:family="table-cell">{font(12)}</style:style>'
    )

    def attributes(text):
        if text.isdecimal():
            return f'table:style-name="cell" office:value-type="float" office:value="{text}"'
        kind = ' office:value-type="string"' if text else ''
        return f'table:style-name="cell"{kind}'

    def line(text):
        rest = f'<table:covered-table-cell table:number-columns-repeated="{len(WIDTHS) - 1}"/>'
        return (
            f'<table:table-row><table:table-cell table:style-name="line" '
            f'office:value-type="string" table:number-columns-spanned="{len(WIDTHS)}" '
            f'table:number-rows-spanned="1">{paragraphs(text, "")}</table:table-cell>'
            f'{rest}</table:table-row>'
        )

    rows = ''.join(row_of(index, attributes, '') for index in range(len(ROWS)))
    body = (
        f'<office:spreadsheet><table:table table:name="{SHEET}">{columns()}'
        f'{line(TITLE)}{rows}{line(NOTE)}</table:table></office:spreadsheet>'
    )
    return flat('application/vnd.oasis.opendocument.spreadsheet', body, styles)


def document():
    styles = (
        f'<style:style style:name="cell" style:family="table-cell">'
        f'<style:table-cell-properties {BORDER}/></style:style>'
        f'<style:style style:name="small" style:family="paragraph">{font(9)}</style:style>'
        f'<style:style style:name="title" style:family="paragraph">'
        f'<style:paragraph-properties fo:text-align="center"/>{font(16)}</style:style>'
        f'<style:style style:name="table" style:family="table"><style:table-properties '
        f'style:width="{sum(WIDTHS)}mm" table:align="center"/></style:style>'
    )

    def attributes(_text):
        return 'table:style-name="cell" office:value-type="string"'

    header = ''.join(row_of(index, attributes, 'small') for index in range(HEADER_ROWS))
    rows = ''.join(row_of(index, attributes, 'small') for index in range(HEADER_ROWS, len(ROWS)))
    body = (
        f'<office:text><text:p text:style-name="title">{TITLE}</text:p>'
        f'<table:table table:name="catalogue" table:style-name="table">{columns()}'
        f'<table:table-header-rows>{header}</table:table-header-rows>{rows}</table:table>'
        f'<text:p text:style-name="small">{NOTE}</text:p></office:text>'
    )
    return flat('application/vnd.oasis.opendocument.text', body, styles)


if __name__ == '__main__':
    main()
