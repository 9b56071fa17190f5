// Return [text, contrast by WCAG] for each text that is seen within an element, which lies on a page of one colour.
root => {
  const channels = colour => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const over = ({ rgb, alpha }, below) => rgb.map((value, i) => alpha * value + (1 - alpha) * below[i]);
  const ancestors = element => (element ? [...ancestors(element.parentElement), element] : []);
  const style = element => getComputedStyle(element);
  const background = element =>
    ancestors(element).reduce((below, each) => over(channels(style(each).backgroundColor), below), [255, 255, 255]);
  const opacity = element => ancestors(element).reduce((product, each) => product * style(each).opacity, 1);
  const luminance = rgb => {
    const [red, green, blue] = rgb.map(value => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = element => {
    const behind = background(element);
    const drawn = element instanceof SVGElement;
    const { rgb, alpha } = channels(drawn ? style(element).fill : style(element).color);
    const visible = alpha * opacity(element) * (drawn ? style(element).fillOpacity : 1);
    const [dark, light] = [behind, over({ rgb, alpha: visible }, behind)].map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const words = element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join("").trim();
  return [...root.querySelectorAll("*")]
    .filter(element => words(element) && element.tagName !== "STYLE" && element.checkVisibility())
    .map(element => [words(element), contrast(element)]);
}
