/**
 * Pieces of which common passwords are made. The 420 most frequent ones of four characters and more in the list of zxcvbn (MIT, Dan Wheeler and
 * Dropbox; counted in passwords that became public), without vulgar ones, and words that are near at hand on these pages and in Japan.
 */
const PIECES =
  '01012011 102030 112233 11223344 123123 123321 1234 12344321 12345 123456 1234567 12345678 123456789 1234567890 123456a 123456q 12345a ' +
  '1234qwer 123654 123abc 123qwe 12qwaszx 131313 159357 159753 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 2112 315475 4815162342 5150 6969 ' +
  '696969 789456 8675309 abc123 abcd1234 access adidas admin administrator airborne aiueo akasatana albert alex alexis amanda america ' +
  'analyst andrea andrew angel angela angels animal anime anthony apollo apple apples arigato arsenal arthur asdasd asdf asdfasdf asdfgh ' +
  'asdfghjk asdfghjkl ashley august austin azerty badboy bailey banana bandit barney baseball batman battery bear beaver beavis benjamin ' +
  'bigboy bigdaddy bigdog biteme black blazer blink182 blue bond007 bonnie book boomer boston brandon brandy braves brooklyn bubba bubbles ' +
  'buddy bulldog buster calvin camaro cameron canada captain carlos casper changeme charles charlie cheese chelsea chester chicago chicken ' +
  'chris cocacola coffee compaq computer cookie cooper copper correct corvette cowboy cowboys creative cricket crystal custodian dakota ' +
  'dallas daniel danielle darkness data databook david debbie december default dennis dexter diablo diamond doctor dolphin dolphins donkey ' +
  'doraemon dragon driver eagles editor edward elephant embassy eminem enter falcon family fender ferrari fish fishing florida flower ' +
  'football forever fred freddy freedom gandalf garfield gateway gators gemini george gfhjkm ghbdtn giants ginger girls godzilla golden ' +
  'golf gordon green guitar gunner hammer hannah happy harley heather heaven hello helpme himitsu hockey horse hotdog hunter iceman ' +
  'iloveyou internet iwantu jack jackie jackson jaguar james japan jasmine jason jasper jennifer jeremy jessica jessie jnatip john johnny ' +
  'johnson jonathan jordan jordan23 joseph joshua junior justin killer kitten klaster knight konnichiwa lakers lauren legend letmein ' +
  'lifehack liverpoo liverpool login london love loveme lover lovers lucky maddog madison maggie magic marina marine marlboro martin ' +
  'marvin master matrix matthew maverick maxwell melissa mercedes merlin metallic michael michelle mickey midnight mike miller money ' +
  'monica monkey monster morgan mother mountain muffin murphy mustang naruto nascar natasha nathan ncc1701 newyork nicholas nicole nihon ' +
  'nikita nintendo nippon nirvana nissan nothing november oliver online orange packers panther parker partner passphrase passw0rd password ' +
  'password1 patrick peaches peanut pepper phantom phoenix pikachu platinum player please pokemon police pookie porsche power prince ' +
  'princess purple q1w2e3 q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qazxsw questionnaire qwaszx qweqwe qwer1234 qwert qwerty qwerty123 qwertyui ' +
  'qwertyuiop rabbit rachel raiders rainbow razz rebecca red123 redskins redsox richard robert rocket rosebud rush2112 sakura samantha ' +
  'samson samsung sandra saturn scooby scooter scorpio scorpion secret shadow shannon shelby shelter sierra silver skippy slayer slipknot ' +
  'smokey sniper snoopy snowball soccer sophie sparky spider staple startrek starwars steelers stella steven stupid success summer ' +
  'sunshine superman sydney taylor tennis test theman thomas thunder thx1138 tiffany tiger tigers tigger tokyo tomcat topgun toyota travis ' +
  'trinity trouble trustno1 tucker turtle united user victor victoria viking voodoo voyager walter warrior welcome whatever william ' +
  'williams willie willow wilson winner winston winter wizard xavier yamaha yankees yellow zxcvbn zxcvbnm'

export const COMMON_PIECES: ReadonlySet<string> = new Set(PIECES.split(' '))
