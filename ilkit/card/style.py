"""The style of a card: colours are those of the page, tints are legible on light and dark."""

STYLE = """
.ilkit-card{max-width:900px;font-size:13px;line-height:1.45;padding:14px 18px;
border:1px solid rgba(128,128,128,.4);border-radius:8px}
.ilkit-card.ilkit-card div,.ilkit-card.ilkit-card p{margin:0;padding:0}
.ilkit-card.ilkit-card .top{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 10px}
.ilkit-card .name{font-size:24px;font-weight:700;letter-spacing:-.01em}
.ilkit-card .full{font-size:15px}
.ilkit-card .soft{opacity:.72}
.ilkit-card .faint{opacity:.72;font-size:11.5px}
.ilkit-card .tag{display:inline-block;font-size:11px;line-height:1;padding:3px 7px;border-radius:9px;white-space:nowrap;
background:rgba(128,128,128,.18)}
.ilkit-card .good{background:rgba(46,158,110,.24)}
.ilkit-card .warn{background:rgba(214,138,34,.3)}
.ilkit-card .bad{background:rgba(205,80,70,.28)}
.ilkit-card .up{color:#2e9e6e}
.ilkit-card .down{color:#d9594c}
.ilkit-card.ilkit-card .columns{display:flex;flex-wrap:wrap;gap:0 28px}
.ilkit-card .columns>div{flex:1 1 340px;min-width:0}
.ilkit-card.ilkit-card a{color:inherit;text-decoration:underline;text-decoration-color:rgba(128,128,128,.5);
text-underline-offset:2px}
.ilkit-card.ilkit-card a:hover{text-decoration-color:currentColor}
.ilkit-card.ilkit-card .part{margin-top:12px;padding-top:8px;border-top:1px solid rgba(128,128,128,.25);min-width:0}
.ilkit-card .head{font-size:11px;letter-spacing:.06em;text-transform:uppercase;opacity:.72}
.ilkit-card .head b{font-weight:700}
.ilkit-card .head span{letter-spacing:0;text-transform:none}
.ilkit-card.ilkit-card .fact{display:flex;gap:10px;padding:1px 0;align-items:baseline}
.ilkit-card .fact .main{flex:1;min-width:0;overflow-wrap:anywhere}
.ilkit-card .key{flex:0 0 124px}
.ilkit-card .wide .key{flex-basis:min(196px,34%)}
.ilkit-card .num{flex:none;font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap;opacity:.85}
.ilkit-card summary{cursor:pointer;opacity:.72;font-size:12px}
.ilkit-card details{margin:0}
.ilkit-card.ilkit-card .plain{display:none}
.ilkit-card.ilkit-card .drawing{display:block!important;overflow-x:auto;margin-top:4px}
.ilkit-card.ilkit-card svg{min-width:600px;max-width:100%;height:auto;display:block}
.ilkit-card svg text{font-family:inherit}
.ilkit-card.ilkit-card .foot{margin-top:12px;padding-top:8px;border-top:1px solid rgba(128,128,128,.25);font-size:11.5px;
overflow-wrap:anywhere}
"""
